/**
 * What is handed to people: the jar, the linked runtime, packages, the image, and the files that start them. Each is
 * built, run and asked here, or compared with the code that it speaks of.
 */
@NullMarked
package dev.enfilade.contract.delivery;

import org.jspecify.annotations.NullMarked;
