/**
 * The list of faults against which the product is held, and what shows each. Only names of tests are known here; the
 * tests live where what they test lives.
 */
@NullMarked
package dev.enfilade.contract.faults;

import org.jspecify.annotations.NullMarked;
