/** What is known of models: names, capabilities, sizes. No look-up and no caching: that is the application's. */
@NullMarked
package dev.enfilade.domain.catalog;

import org.jspecify.annotations.NullMarked;
