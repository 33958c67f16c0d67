output "function_arn" {
  description = "What a direct invocation names."
  value       = module.aws.function_arn
}

output "state_machine_arn" {
  description = "The state machine that starts a session."
  value       = module.aws.state_machine_arn
}

output "dashboard_url" {
  description = "Traffic, failures and durations."
  value       = module.aws.dashboard_url
}
