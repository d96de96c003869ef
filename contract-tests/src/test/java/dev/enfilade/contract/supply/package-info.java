/**
 * What the product is made of and how it is built elsewhere: licences of its parts, bill of materials, hosted
 * workflows. How the parts are used is not known here.
 */
@NullMarked
package dev.enfilade.contract.supply;

import org.jspecify.annotations.NullMarked;
