/** Where contents and blocks lie. */
package org.isonomia.evidence.persistence;
