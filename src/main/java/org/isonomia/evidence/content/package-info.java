/**
 * What is in a file: its kind, whether it is one file only, and its copy without hidden data. No
 * database, no keys: bytes in, bytes out.
 */
package org.isonomia.evidence.content;
