package dev.tocsin.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelTest {
    @Test
    void namesItsKafkaTopicByPrefixAndVersion() {
        assertThat(Channel.ARTICLES_FETCHED.kafkaTopic("desk-a")).isEqualTo("desk-a.articles-fetched.v1");
        assertThat(Channel.ALERTS.eventType()).isEqualTo("dev.tocsin.alert.v1");
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsKafkaTopic_whateverThePrefix(Channel channel) {
        assertThat(Channel.ofKafkaTopic(channel.kafkaTopic("tocsin"))).contains(channel);
        assertThat(Channel.ofKafkaTopic(channel.kafkaTopic("eu.desk.tocsin"))).contains(channel);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alerts", "tocsin.alerts.v2", "tocsin.alerts.v1.retry", "tocsin.my-alerts.v1"})
    void isNotFound_whenTheKafkaTopicIsNoneOfOurs(String kafkaTopic) {
        assertThat(Channel.ofKafkaTopic(kafkaTopic)).isEmpty();
    }
}
