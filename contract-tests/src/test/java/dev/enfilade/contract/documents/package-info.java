/**
 * The documents of the project: every shell example is run or, with a reason, read; every quoted answer is compared
 * with a real one. What the product does is not known here.
 */
@NullMarked
package dev.enfilade.contract.documents;

import org.jspecify.annotations.NullMarked;
