/** Our own tables of what runs and who must do what next: plain SQL, few round trips. */
package org.isonomia.workflow.persistence;
