/**
 * Files that people hand in: what kind each is, whether it is one file and not two, whether it
 * holds a program, a copy of it without hidden data, and both sealed block by block while they
 * stream through. Owns the blocks; whoever keeps a file keeps the key of its contents. Called by
 * the rooms that take files and hand them out; knows none of them.
 */
package org.isonomia.evidence;
