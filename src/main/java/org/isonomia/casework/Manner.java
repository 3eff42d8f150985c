package org.isonomia.casework;

/** How a formal complaint was settled; the codes are the words of the register. */
public enum Manner {
  ZASADNA,
  CZĘŚCIOWO_ZASADNA,
  BEZZASADNA,
  PRZEKAZANA,
  BEZ_ROZPOZNANIA
}
