/** What the demo city answers over REST: its clock. */
package org.isonomia.demo.api;
