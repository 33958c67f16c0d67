# One variable for each parameter of cobrowse-function.yaml, with its default and its check.

# ---- Files of the release ----

variable "function_bucket" {
  description = "S3 bucket that holds the zip."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9.-]{3,63}$", var.function_bucket))
    error_message = "FunctionBucket has not the form that the template asks for."
  }
}

variable "function_key" {
  description = "Key of the zip in that bucket. Another zip needs another key."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^\\S+$", var.function_key))
    error_message = "FunctionKey has not the form that the template asks for."
  }

  validation {
    condition     = length(var.function_key) <= 1024
    error_message = "FunctionKey must have at most 1024 characters."
  }
}

# ---- Who may call ----

variable "api" {
  description = "http for an HTTP API with a JWT authorizer; none where workflows, data actions or a REST API of yours call."
  type        = string
  default     = "http"
  nullable    = false

  validation {
    condition     = contains(["http", "none"], var.api)
    error_message = "Api must be one of http, none."
  }
}

variable "jwt_issuer" {
  description = "Issuer of the callers' tokens, exactly as in their \"iss\" claim. Needed with an HTTP API."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(https://[^\\s\"\\\\]+)?$", var.jwt_issuer))
    error_message = "JwtIssuer has not the form that the template asks for."
  }
}

variable "jwt_audience" {
  description = "Audiences that the callers' tokens may name in \"aud\" or \"client_id\", separated by commas. Needed with an HTTP API."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^([^\\s*,\"\\\\]+(,[^\\s*,\"\\\\]+)*)?$", var.jwt_audience))
    error_message = "JwtAudience has not the form that the template asks for."
  }
}

variable "domain_name" {
  description = "Domain name of your own for the HTTP API, which is then reached by no other. Empty for the one that AWS gives."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63})?$", var.domain_name))
    error_message = "DomainName has not the form that the template asks for."
  }
}

variable "domain_certificate_arn" {
  description = "ARN of the certificate for DomainName, in ACM, in the stack's region. Needed with DomainName."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(arn:[a-z-]+:acm:[a-z0-9-]+:\\d{12}:certificate/[\\w-]+)?$", var.domain_certificate_arn))
    error_message = "DomainCertificateArn has not the form that the template asks for."
  }
}

variable "cors_origins" {
  description = "Exact origins of the web pages that may call, separated by commas. Empty, no web page may."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(https://[^\\s*/,]+(,https://[^\\s*/,]+)*)?$", var.cors_origins))
    error_message = "CorsOrigins has not the form that the template asks for."
  }
}

variable "caller_email_claim" {
  description = "Claim that holds the caller's own e-mail address. Empty for \"email\"."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^([!#-\\[\\]-~]{1,256})?$", var.caller_email_claim))
    error_message = "CallerEmailClaim has not the form that the template asks for."
  }
}

variable "caller_user_id_claim" {
  description = "Claim that holds the caller's own Genesys user id. Empty, no caller may name a userId."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^([!#-\\[\\]-~]{1,256})?$", var.caller_user_id_claim))
    error_message = "CallerUserIdClaim has not the form that the template asks for."
  }
}

variable "caller_conversation_id_claim" {
  description = "Claim that holds the caller's own conversation id. Empty, no caller may name a conversationId."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^([!#-\\[\\]-~]{1,256})?$", var.caller_conversation_id_claim))
    error_message = "CallerConversationIdClaim has not the form that the template asks for."
  }
}

variable "caller_scope" {
  description = "Scope that lets a token start sessions with anybody. Empty, no token can."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^([!#-\\[\\]-~]{1,256})?$", var.caller_scope))
    error_message = "CallerScope has not the form that the template asks for."
  }
}

variable "genesys_organization_id" {
  description = "Id of the Genesys Cloud organisation whose data actions may call. Empty, none may."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$", var.genesys_organization_id))
    error_message = "GenesysOrganizationId has not the form that the template asks for."
  }
}

variable "genesys_aws_account_id" {
  description = "AWS account that Genesys Cloud calls from. Empty for the one that Genesys publishes for the region."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(\\d{12})?$", var.genesys_aws_account_id))
    error_message = "GenesysAwsAccountId has not the form that the template asks for."
  }
}

# ---- Genesys Cloud ----

variable "genesys_region" {
  description = "Region of the Genesys Cloud organisation."
  type        = string
  nullable    = false

  validation {
    condition = contains([
      "us_east_1",
      "us_east_2",
      "us_west_2",
      "ca_central_1",
      "mx_central_1",
      "sa_east_1",
      "eu_west_1",
      "eu_west_2",
      "eu_central_1",
      "eu_central_2",
      "eusc_de_east_1",
      "me_central_1",
      "ap_south_1",
      "ap_southeast_1",
      "ap_southeast_2",
      "ap_northeast_1",
      "ap_northeast_2",
      "ap_northeast_3",
    ], var.genesys_region)
    error_message = "GenesysRegion must be one of us_east_1, us_east_2, us_west_2, ca_central_1, mx_central_1, sa_east_1, eu_west_1, eu_west_2, eu_central_1, eu_central_2, eusc_de_east_1, me_central_1, ap_south_1, ap_southeast_1, ap_southeast_2, ap_northeast_1, ap_northeast_2, ap_northeast_3."
  }
}

variable "genesys_credentials_secret_arn" {
  description = "Full ARN of the secret in Secrets Manager that holds {\"clientId\":\"…\",\"clientSecret\":\"…\"}."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:\\d{12}:secret:[\\w/+=.@-]+-[A-Za-z0-9]{6}$", var.genesys_credentials_secret_arn))
    error_message = "GenesysCredentialsSecretArn has not the form that the template asks for."
  }
}

variable "genesys_credentials_key_arn" {
  description = "ARN of the KMS key that encrypts that secret. Empty for the key that AWS manages."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(arn:[a-z-]+:kms:[a-z0-9-]+:\\d{12}:key/[\\w-]+)?$", var.genesys_credentials_key_arn))
    error_message = "GenesysCredentialsKeyArn has not the form that the template asks for."
  }
}

variable "genesys_client_authentication" {
  description = "How the client shows its secret to the token endpoint."
  type        = string
  default     = "basic"
  nullable    = false

  validation {
    condition     = contains(["basic", "form"], var.genesys_client_authentication)
    error_message = "GenesysClientAuthentication must be one of basic, form."
  }
}

variable "genesys_user_lookup" {
  description = "Which call finds a user by e-mail address."
  type        = string
  default     = "search"
  nullable    = false

  validation {
    condition     = contains(["search", "list"], var.genesys_user_lookup)
    error_message = "GenesysUserLookup must be one of search, list."
  }
}

variable "genesys_deployment_id" {
  description = "Messenger deployment for requests that name a conversation and no deployment."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]{0,64}$", var.genesys_deployment_id))
    error_message = "GenesysDeploymentId has not the form that the template asks for."
  }
}

variable "genesys_initiator_id" {
  description = "Who starts a session with a user where the request does not say."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]{0,64}$", var.genesys_initiator_id))
    error_message = "GenesysInitiatorId has not the form that the template asks for."
  }
}

# ---- The function ----

variable "architecture" {
  description = "The executable runs only on the processor it was built on; sam build prints which one that is."
  type        = string
  default     = "x86_64"
  nullable    = false

  validation {
    condition     = contains(["arm64", "x86_64"], var.architecture)
    error_message = "Architecture must be one of arm64, x86_64."
  }
}

variable "memory_size" {
  description = "Megabytes of memory; processor time grows with it."
  type        = number
  default     = 512
  nullable    = false

  validation {
    condition     = var.memory_size >= 128 && var.memory_size <= 3008
    error_message = "MemorySize must be 128 to 3008."
  }
}

variable "timeout" {
  description = "Seconds. More than CobrowseDeadline, less than the 30 s at which an HTTP API gives up."
  type        = number
  default     = 15
  nullable    = false

  validation {
    condition     = var.timeout >= 15 && var.timeout <= 29
    error_message = "Timeout must be 15 to 29."
  }
}

variable "cobrowse_deadline" {
  description = "Most time for one request, as an ISO 8601 duration in seconds."
  type        = string
  default     = "PT10S"
  nullable    = false

  validation {
    condition     = can(regex("^PT(0\\.\\d{0,8}[1-9]|([1-9]|1\\d|2[0-8])(\\.\\d{1,9})?)S$", var.cobrowse_deadline))
    error_message = "CobrowseDeadline must be an ISO 8601 duration of less than 29 seconds, such as PT10S."
  }
}

variable "reserved_concurrency" {
  description = "Most executions at once, reserved from the account's. Empty for no reservation."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^\\d*$", var.reserved_concurrency))
    error_message = "ReservedConcurrency has not the form that the template asks for."
  }
}

variable "token_pool_size" {
  description = "Most Genesys access tokens that all containers share. Genesys limits requests by token."
  type        = number
  default     = 10
  nullable    = false

  validation {
    condition     = var.token_pool_size >= 1 && var.token_pool_size <= 50
    error_message = "TokenPoolSize must be 1 to 50."
  }
}

variable "subnet_ids" {
  description = "Private subnets behind a NAT gateway, separated by commas. Empty for no VPC."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(subnet-[0-9a-f]+(,subnet-[0-9a-f]+)*)?$", var.subnet_ids))
    error_message = "SubnetIds has not the form that the template asks for."
  }
}

variable "security_group_ids" {
  description = "Security groups that let HTTPS out, separated by commas. Needed with SubnetIds."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(sg-[0-9a-f]+(,sg-[0-9a-f]+)*)?$", var.security_group_ids))
    error_message = "SecurityGroupIds has not the form that the template asks for."
  }
}

variable "code_signing_config_arn" {
  description = "Code signing configuration that the function's zip has to satisfy. Empty for none."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(arn:[a-z-]+:lambda:[a-z0-9-]+:\\d{12}:code-signing-config:csc-[0-9a-z]{17})?$", var.code_signing_config_arn))
    error_message = "CodeSigningConfigArn has not the form that the template asks for."
  }
}

# ---- Operation ----

variable "throttling_rate" {
  description = "Requests a second on each route. Of Genesys' 300 a minute, a start costs up to 3, a fetch or an end 1."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = var.throttling_rate >= 0.1
    error_message = "ThrottlingRate must be at least 0.1."
  }
}

variable "throttling_burst" {
  description = "Requests at once on each route."
  type        = number
  default     = 10
  nullable    = false

  validation {
    condition     = var.throttling_burst >= 1
    error_message = "ThrottlingBurst must be at least 1."
  }
}

variable "log_retention_days" {
  description = "Days that logs are kept."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 3653], var.log_retention_days)
    error_message = "LogRetentionDays must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 3653."
  }
}

variable "log_deletion_policy" {
  description = "What becomes of the log groups when the stack is deleted."
  type        = string
  default     = "Delete"
  nullable    = false

  validation {
    condition     = contains(["Delete", "Retain"], var.log_deletion_policy)
    error_message = "LogDeletionPolicy must be one of Delete, Retain."
  }
}

variable "access_log_callers" {
  description = "Whether the HTTP API's access log has the callers' IP addresses and the \"sub\" of their tokens."
  type        = string
  default     = "no"
  nullable    = false

  validation {
    condition     = contains(["no", "yes"], var.access_log_callers)
    error_message = "AccessLogCallers must be one of no, yes."
  }
}

variable "kms_key_arn" {
  description = "KMS key of yours for logs, table, state machine and environment. Empty for keys of AWS."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(arn:[a-z-]+:kms:[a-z0-9-]+:\\d{12}:key/[\\w-]+)?$", var.kms_key_arn))
    error_message = "KmsKeyArn has not the form that the template asks for."
  }
}

variable "alarm_topic_arn" {
  description = "SNS topic that hears of the alarms. Empty for none."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(arn:[a-z-]+:sns:[a-z0-9-]+:\\d{12}:[\\w-]+)?$", var.alarm_topic_arn))
    error_message = "AlarmTopicArn has not the form that the template asks for."
  }
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of every role, where the account demands one. Empty for none."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(arn:[a-z-]+:iam::(\\d{12}|aws):policy/[\\w+=,.@/-]+)?$", var.permissions_boundary_arn))
    error_message = "PermissionsBoundaryArn has not the form that the template asks for."
  }
}

variable "heartbeat" {
  description = "Whether the function is tried every ten minutes, with an alarm if it is silent."
  type        = string
  default     = "no"
  nullable    = false

  validation {
    condition     = contains(["no", "yes"], var.heartbeat)
    error_message = "Heartbeat must be one of no, yes."
  }
}

variable "rollout" {
  description = "canary and linear roll back on an alarm; all-at-once ignores alarms, for a release that mends what they report."
  type        = string
  default     = "canary"
  nullable    = false

  validation {
    condition     = contains(["canary", "linear", "all-at-once"], var.rollout)
    error_message = "Rollout must be one of canary, linear, all-at-once."
  }
}

# ---- What is no parameter ----

variable "stack_name" {
  description = "Name of the stack, and the beginning of the names of what it makes."
  type        = string
  default     = "cobrowse"
  nullable    = false
}

variable "release_directory" {
  description = "Directory that holds the files of a release: cobrowse-function.yaml and the zip of the architecture."
  type        = string
  nullable    = false
}
