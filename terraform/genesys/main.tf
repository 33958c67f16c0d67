terraform {
  required_version = ">= 1.5"

  required_providers {
    genesyscloud = {
      source  = "mypurecloud/genesyscloud"
      version = ">= 1.84.1, < 2.0.0"
    }
  }
}

# ---- The client that the function logs in with ----

resource "genesyscloud_auth_role" "cobrowse" {
  name        = var.name
  description = "Starts cobrowse sessions in conversations."

  # In a messaging conversation
  permission_policies {
    domain      = "conversation"
    entity_name = "cobrowse"
    action_set  = ["add"]
  }

  # In a voice conversation
  permission_policies {
    domain      = "conversation"
    entity_name = "cobrowseVoice"
    action_set  = ["add"]
  }

  dynamic "permission_policies" {
    for_each = var.finds_users ? [1] : []

    content {
      domain      = "directory"
      entity_name = "user"
      action_set  = ["view"]
    }
  }
}

# Its secret is not exposed: it would stand in the state, and in an output of this module.
resource "genesyscloud_oauth_client" "cobrowse" {
  name                    = var.name
  description             = "The cobrowse function on AWS."
  authorized_grant_type   = "CLIENT-CREDENTIALS"
  directory_client_secret = var.client_secret_directory

  roles {
    role_id     = genesyscloud_auth_role.cobrowse.id
    division_id = var.division_id
  }
}

# ---- Messenger ----

resource "genesyscloud_webdeployments_configuration" "cobrowse" {
  name             = var.name
  description      = "Messenger with co-browse."
  languages        = var.languages
  default_language = var.languages[0]

  messenger {
    enabled = true
  }

  cobrowse {
    enabled                = true
    channels               = var.channels
    allow_agent_control    = var.allow_agent_control
    allow_agent_navigation = var.allow_agent_navigation
    allow_draw             = var.allow_draw
    mask_selectors         = var.mask_selectors
    readonly_selectors     = var.readonly_selectors

    dynamic "pause_criteria" {
      for_each = var.pause_criteria

      content {
        url_fragment = pause_criteria.value.url_fragment
        condition    = pause_criteria.value.condition
      }
    }
  }
}

# ---- Genesys Cloud calls the function ----

locals {
  actions = {
    for file in fileset("${path.module}/../../genesys", "*.json") :
    trimsuffix(file, ".json") => jsondecode(file("${path.module}/../../genesys/${file}"))
  }
}

resource "genesyscloud_integration_credential" "cobrowse" {
  name                 = var.name
  credential_type_name = "amazonWebServicesARN"

  fields = {
    ARN = var.genesys_data_action_role_arn
  }
}

resource "genesyscloud_integration" "cobrowse" {
  integration_type = "aws-lambda-data-actions"
  intended_state   = "ENABLED"

  config {
    name       = var.name
    properties = jsonencode({})
    advanced   = jsonencode({})

    credentials = {
      AmazonWebServicesARN = genesyscloud_integration_credential.cobrowse.id
    }
  }
}

resource "genesyscloud_integration_action" "cobrowse" {
  for_each = local.actions

  name            = each.value.name
  category        = var.name
  integration_id  = genesyscloud_integration.cobrowse.id
  secure          = var.secure
  contract_input  = jsonencode(each.value.contract.input.inputSchema)
  contract_output = jsonencode(each.value.contract.output.successSchema)

  config_request {
    request_url_template = var.function_arn
    request_type         = each.value.config.request.requestType
    request_template     = each.value.config.request.requestTemplate
    headers              = each.value.config.request.headers
  }

  config_response {
    translation_map          = each.value.config.response.translationMap
    translation_map_defaults = each.value.config.response.translationMapDefaults
    success_template         = each.value.config.response.successTemplate
  }
}
