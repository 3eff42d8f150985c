/** Takes files, scans them, hands them out. */
package org.isonomia.evidence.application;
