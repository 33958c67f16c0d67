# ---- Outputs of the stack ----

variable "function_arn" {
  description = "The function that the data actions invoke."
  type        = string
  nullable    = false
}

variable "genesys_data_action_role_arn" {
  description = "The role that the integration takes. The stack has it if it was given GenesysOrganizationId."
  type        = string
  nullable    = false
}

# ---- The client ----

variable "name" {
  description = "Name of everything that is made in Genesys Cloud, and category of the data actions."
  type        = string
  default     = "Cobrowse"
  nullable    = false
}

variable "division_id" {
  description = "Division whose conversations the client may start sessions in; \"*\" for all of them."
  type        = string
  default     = "*"
  nullable    = false
}

variable "finds_users" {
  description = "Whether the client may search for users, which requests that name an e-mail address need."
  type        = bool
  default     = false
  nullable    = false
}

variable "client_secret_directory" {
  description = "Directory that the client's secret is written to, once, into a file that is named as the client's id."
  type        = string
  nullable    = false
}

# ---- Messenger ----

variable "languages" {
  description = "Languages of Messenger, the default one first."
  type        = list(string)
  default     = ["en-us"]
  nullable    = false
}

variable "channels" {
  description = "Channels in which co-browse is offered."
  type        = list(string)
  default     = ["Webmessaging", "Voice"]
  nullable    = false

  validation {
    condition     = alltrue([for channel in var.channels : contains(["Webmessaging", "Voice"], channel)])
    error_message = "There are Webmessaging and Voice."
  }
}

variable "allow_agent_control" {
  description = "Whether an agent may ask for control of the page."
  type        = bool
  default     = false
  nullable    = false
}

variable "allow_agent_navigation" {
  description = "Whether an agent may ask to navigate."
  type        = bool
  default     = false
  nullable    = false
}

variable "allow_draw" {
  description = "Whether an agent may draw on the page."
  type        = bool
  default     = true
  nullable    = false
}

variable "mask_selectors" {
  description = "CSS selectors of what no agent sees."
  type        = list(string)
  default     = ["input[type=password]", "[autocomplete^=cc-]"]
  nullable    = false
}

variable "readonly_selectors" {
  description = "CSS selectors of what an agent with control cannot use."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "pause_criteria" {
  description = "Pages on which sharing pauses: a part of their address, and how it is compared."
  type        = list(object({ url_fragment = string, condition = string }))
  default     = []
  nullable    = false

  validation {
    condition = alltrue([
      for criterion in var.pause_criteria :
      contains(["includes", "does_not_include", "starts_with", "ends_with", "equals"], criterion.condition)
    ])
    error_message = "The condition is includes, does_not_include, starts_with, ends_with or equals."
  }
}

# ---- Data actions ----

variable "secure" {
  description = <<-EOT
    Whether the data actions are secure ones. They answer with a join code, which is a secret; but Genesys lets secure
    actions be used in secure flows and scripts alone, where an agent's button may be out of reach. As in the files of
    genesys/, they are not, unless you say so. Another choice later makes them anew, under other ids.
  EOT
  type     = bool
  default  = false
  nullable = false
}
