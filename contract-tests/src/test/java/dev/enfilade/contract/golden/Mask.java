package dev.enfilade.contract.golden;

/** A rule and the places for which it holds; soft where it forgives another wording rather than another moment. */
record Mask(PointerPattern at, MaskRule is, boolean soft) {}
