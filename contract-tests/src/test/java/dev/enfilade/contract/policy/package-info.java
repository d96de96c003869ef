/** What clients see of the packaged product's policies when backends are slow, full, broken or gone. */
@NullMarked
package dev.enfilade.contract.policy;

import org.jspecify.annotations.NullMarked;
