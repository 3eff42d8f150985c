package org.isonomia.house.web;

/** The page of the picture that the rules for pictures are tried on. */
public class ReadPostPage {}
