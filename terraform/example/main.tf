# Both sides of one organisation, for flows, scripts and workflows: without an HTTP API. See ../README.md.

terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0, < 7.0"
    }
    genesyscloud = {
      source  = "mypurecloud/genesyscloud"
      version = ">= 1.84.1, < 2.0.0"
    }
  }
}

# The region of the Genesys Cloud organisation: Genesys invokes functions of its own region only.
provider "aws" {
  region = var.aws_region
}

# Reads GENESYSCLOUD_OAUTHCLIENT_ID, GENESYSCLOUD_OAUTHCLIENT_SECRET and GENESYSCLOUD_REGION.
provider "genesyscloud" {}

# Its value is put there by hand, so that it is in no state.
resource "aws_secretsmanager_secret" "credentials" {
  name        = "cobrowse/genesys"
  description = "Client of the cobrowse function in Genesys Cloud."
}

module "aws" {
  source = "../aws"

  release_directory = var.release_directory
  function_bucket   = var.function_bucket
  function_key      = var.function_key

  api                            = "none"
  genesys_region                 = var.genesys_region
  genesys_credentials_secret_arn = aws_secretsmanager_secret.credentials.arn
  genesys_deployment_id          = var.genesys_deployment_id
  genesys_organization_id        = var.genesys_organization_id
}

module "genesys" {
  source = "../genesys"

  function_arn                 = module.aws.function_arn
  genesys_data_action_role_arn = module.aws.genesys_data_action_role_arn
  client_secret_directory      = var.client_secret_directory
}
