/** The hands of the picture complaintHandling. */
package org.isonomia.casework.process;
