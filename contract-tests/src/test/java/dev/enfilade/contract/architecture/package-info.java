/**
 * The walls of the house as rules, and a badly built house in which every rule must find its fault. No behaviour is
 * tested here.
 */
@NullMarked
package dev.enfilade.contract.architecture;

import org.jspecify.annotations.NullMarked;
