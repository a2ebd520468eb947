package dev.tocsin.classify.actors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameTrieTest {
    @Test
    void keepsEveryName_whenItGrows() {
        var trie = new NameTrie();
        for (int i = 0; i < 5_000; i++) {
            int node = trie.childOrNew(trie.childOrNew(NameTrie.ROOT, i), 7);
            trie.add(node, i);
            trie.add(node, -i);
            trie.add(node, i);
        }
        trie.trim();

        for (int i = 1; i < 5_000; i++) {
            int node = trie.child(trie.child(NameTrie.ROOT, i), 7);
            int first = trie.first(node);
            assertThat(trie.candidate(first)).isEqualTo(i);
            assertThat(trie.candidate(trie.next(first))).isEqualTo(-i);
            assertThat(trie.next(trie.next(first))).isEqualTo(NameTrie.NONE);
        }
        assertThat(trie.child(NameTrie.ROOT, 5_001)).isEqualTo(NameTrie.NONE);
        assertThat(trie.first(NameTrie.ROOT)).isEqualTo(NameTrie.NONE);
    }
}
