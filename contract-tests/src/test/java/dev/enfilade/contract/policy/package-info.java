/**
 * What clients see of the packaged product's policies when backends are slow, full, broken or gone, and when its
 * configuration changes.
 */
@NullMarked
package dev.enfilade.contract.policy;

import org.jspecify.annotations.NullMarked;
