# Those of the stack. What a parameter leaves out is null.

output "api_url" {
  description = "Base URL of the HTTP API."
  value       = lookup(aws_cloudformation_stack.cobrowse.outputs, "ApiUrl", null)
}

output "domain_name_target" {
  description = "What the DNS record of DomainName points to."
  value       = lookup(aws_cloudformation_stack.cobrowse.outputs, "DomainNameTarget", null)
}

output "domain_name_hosted_zone_id" {
  description = "Hosted zone of that target, for an alias record in Route 53."
  value       = lookup(aws_cloudformation_stack.cobrowse.outputs, "DomainNameHostedZoneId", null)
}

output "function_arn" {
  description = "What a direct invocation names, the alias that deployments move."
  value       = aws_cloudformation_stack.cobrowse.outputs["FunctionArn"]
}

output "state_machine_arn" {
  description = "The state machine that starts a session."
  value       = aws_cloudformation_stack.cobrowse.outputs["StateMachineArn"]
}

output "idempotency_table_name" {
  description = "Where idempotency keys are remembered for a day, and tokens are shared."
  value       = aws_cloudformation_stack.cobrowse.outputs["IdempotencyTableName"]
}

output "dashboard_url" {
  description = "Traffic, failures and durations; outside of the partition aws, the dashboard's name."
  value       = aws_cloudformation_stack.cobrowse.outputs["DashboardUrl"]
}

output "genesys_data_action_role_arn" {
  description = "The role that the integration of Genesys Cloud's AWS Lambda data actions names."
  value       = lookup(aws_cloudformation_stack.cobrowse.outputs, "GenesysDataActionRoleArn", null)
}
