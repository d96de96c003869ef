/**
 * The packaged product as a process of its own, for every test that looks at it from outside. Nothing here knows what
 * is tested.
 */
@NullMarked
package dev.enfilade.contract.product;

import org.jspecify.annotations.NullMarked;
