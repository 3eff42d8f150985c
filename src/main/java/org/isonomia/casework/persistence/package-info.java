/** Cases and the law in their tables. */
package org.isonomia.casework.persistence;
