/**
 * A backend whose models each have one way to behave, for tests that come in through the product's own port. Nothing
 * here may touch a class of the product.
 */
@NullMarked
package dev.enfilade.contract.backend;

import org.jspecify.annotations.NullMarked;
