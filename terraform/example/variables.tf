variable "aws_region" {
  description = "AWS region of the Genesys Cloud organisation, such as eu-central-1."
  type        = string
}

variable "genesys_region" {
  description = "The same as Genesys writes it, such as eu_central_1."
  type        = string
}

variable "genesys_organization_id" {
  description = "Id of the organisation: Admin, Account Settings, Organization Settings."
  type        = string
}

variable "genesys_deployment_id" {
  description = "Id of the Messenger deployment of your pages."
  type        = string
}

variable "function_bucket" {
  description = "Bucket of yours, in that region, that the release's files are put into."
  type        = string
}

variable "function_key" {
  description = "Key of the zip in that bucket. Another release needs another one."
  type        = string
}

variable "release_directory" {
  description = "Directory with the files of a release."
  type        = string
}

variable "client_secret_directory" {
  description = "Directory outside of this checkout that the client's secret is written to."
  type        = string
}
