/**
 * Keeping the house running without reading a single case: work that failed, mails that did not go,
 * settings in force, health. It knows the front doors of workflow, post and privacy, numbers and
 * codes, and opens nothing. Accounts and roles are in {@code access}, the hand-over of cases in
 * {@code casework}.
 */
package org.isonomia.administration;
