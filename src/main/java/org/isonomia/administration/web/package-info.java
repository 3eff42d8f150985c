/** Pages of those who keep the house running. */
package org.isonomia.administration.web;
