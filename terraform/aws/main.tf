terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0, < 7.0"
    }
  }
}

locals {
  template = "${var.release_directory}/cobrowse-function.yaml"
  zip      = one(fileset(var.release_directory, "cobrowse-function-*-${var.architecture}.zip"))
}

data "aws_s3_bucket" "release" {
  bucket = var.function_bucket
}

resource "aws_s3_object" "function" {
  bucket      = data.aws_s3_bucket.release.id
  key         = var.function_key
  source      = "${var.release_directory}/${local.zip}"
  source_hash = filebase64sha256("${var.release_directory}/${local.zip}")

  # An update that fails is rolled back to the zip before.
  lifecycle {
    create_before_destroy = true
  }
}

# More than CloudFormation takes without S3. The stack is updated when the address of its template changes.
resource "aws_s3_object" "template" {
  bucket       = data.aws_s3_bucket.release.id
  key          = "cobrowse-function-${filesha256(local.template)}.yaml"
  source       = local.template
  content_type = "application/yaml"

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_cloudformation_stack" "cobrowse" {
  name         = var.stack_name
  template_url = "https://${data.aws_s3_bucket.release.bucket_regional_domain_name}/${aws_s3_object.template.key}"
  capabilities = ["CAPABILITY_IAM"]

  parameters = {
    FunctionBucket              = aws_s3_object.function.bucket
    FunctionKey                 = aws_s3_object.function.key
    Api                         = var.api
    JwtIssuer                   = var.jwt_issuer
    JwtAudience                 = var.jwt_audience
    DomainName                  = var.domain_name
    DomainCertificateArn        = var.domain_certificate_arn
    CorsOrigins                 = var.cors_origins
    CallerEmailClaim            = var.caller_email_claim
    CallerUserIdClaim           = var.caller_user_id_claim
    CallerConversationIdClaim   = var.caller_conversation_id_claim
    CallerScope                 = var.caller_scope
    GenesysOrganizationId       = var.genesys_organization_id
    GenesysAwsAccountId         = var.genesys_aws_account_id
    GenesysRegion               = var.genesys_region
    GenesysCredentialsSecretArn = var.genesys_credentials_secret_arn
    GenesysCredentialsKeyArn    = var.genesys_credentials_key_arn
    GenesysClientAuthentication = var.genesys_client_authentication
    GenesysUserLookup           = var.genesys_user_lookup
    GenesysDeploymentId         = var.genesys_deployment_id
    GenesysInitiatorId          = var.genesys_initiator_id
    Architecture                = var.architecture
    MemorySize                  = var.memory_size
    Timeout                     = var.timeout
    CobrowseDeadline            = var.cobrowse_deadline
    ReservedConcurrency         = var.reserved_concurrency
    TokenPoolSize               = var.token_pool_size
    SubnetIds                   = var.subnet_ids
    SecurityGroupIds            = var.security_group_ids
    CodeSigningConfigArn        = var.code_signing_config_arn
    ThrottlingRate              = var.throttling_rate
    ThrottlingBurst             = var.throttling_burst
    LogRetentionDays            = var.log_retention_days
    LogDeletionPolicy           = var.log_deletion_policy
    AccessLogCallers            = var.access_log_callers
    KmsKeyArn                   = var.kms_key_arn
    AlarmTopicArn               = var.alarm_topic_arn
    PermissionsBoundaryArn      = var.permissions_boundary_arn
    Heartbeat                   = var.heartbeat
    Rollout                     = var.rollout
  }
}
