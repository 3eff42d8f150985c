/** What an administrator sees and does. Permission and transaction live here. */
package org.isonomia.administration.application;
