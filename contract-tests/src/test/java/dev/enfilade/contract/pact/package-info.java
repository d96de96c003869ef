/**
 * Contracts in Pact's form. Real clients write them against Pact's stand-in for the product, and the product's own
 * adapter writes one against Pact's stand-in for a backend; they are kept among the test resources. Then the packaged
 * product has to keep them. Time cannot be seen here: Pact takes bodies whole.
 */
@NullMarked
package dev.enfilade.contract.pact;

import org.jspecify.annotations.NullMarked;
