/** Pages of what falls due, of holds, of lists and of classes. */
package org.isonomia.retention.web;
