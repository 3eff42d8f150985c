/** The acts of referring and answering. Permission and transaction live here. */
package org.isonomia.referral.application;
