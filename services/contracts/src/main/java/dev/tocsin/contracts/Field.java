package dev.tocsin.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The part of an article that offsets count in. */
public enum Field {
    @JsonProperty("title")
    TITLE,
    @JsonProperty("text")
    TEXT
}
