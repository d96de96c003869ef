/**
 * Real clients against the packaged product, each with the same promises to check. Every check is also run against a
 * damaged product, where it must fail. Nothing here may touch a class of the product.
 */
@NullMarked
package dev.enfilade.contract.client;

import org.jspecify.annotations.NullMarked;
