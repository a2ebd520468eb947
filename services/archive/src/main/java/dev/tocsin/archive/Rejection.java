package dev.tocsin.archive;

/**
 * A message that the store can never keep, whatever is tried.
 *
 * @param index of the message in the list that was to be saved
 * @param reason for people
 */
record Rejection(int index, String reason) {}
