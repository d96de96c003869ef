/**
 * The one seam through which every call to a backend goes, and what policies have to know of a call. What a policy
 * decides, and by which clock, is no business of this package.
 */
@NullMarked
package dev.enfilade.application.policy;

import org.jspecify.annotations.NullMarked;
