/**
 * The dashboard and the alert rules that are shipped: whether they name what the product measures, and whether the
 * alerts fire when they should. How it is measured is not known here.
 */
@NullMarked
package dev.enfilade.contract.monitoring;

import org.jspecify.annotations.NullMarked;
