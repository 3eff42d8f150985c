/** Acts and questions of this room. */
package org.isonomia.rights.application;
