/** The acts: classes, holds, lists with four eyes, and the work behind an approved list. */
package org.isonomia.retention.application;
