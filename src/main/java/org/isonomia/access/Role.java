package org.isonomia.access;

/** What a person is in the house; codes of the vocabulary. A person may be several. */
public enum Role {
  INTAKE_OFFICER,
  CASE_HANDLER,
  COORDINATOR,
  LAWYER,
  IDENTITY_CUSTODIAN,
  TRANSLATOR,
  COUNCIL_MEMBER,
  COUNCIL_CHAIR,
  COUNCIL_SECRETARY,
  PARTNER_USER,
  ANALYST,
  DATA_PROTECTION_OFFICER,
  RECORDS_MANAGER,
  PROCESS_ADMINISTRATOR,
  SYSTEM_ADMINISTRATOR,
  AUDITOR
}
