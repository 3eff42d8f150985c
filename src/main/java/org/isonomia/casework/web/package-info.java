/** The pages of staff: worklist, cases, and one page for each user task of the picture. */
package org.isonomia.casework.web;
