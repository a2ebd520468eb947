package dev.tocsin.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BotChallengeTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE html><title>Just a moment...</title>|Cloudflare",
                "<html><head><script>window._cf_chl_opt={}</script>|Cloudflare",
                "<html><title>DDoS-Guard</title>|DDoS-Guard",
                "<html><body>Request unsuccessful. Incapsula incident ID: 1-2|Imperva",
                "<html><script src=\"https://ct.captcha-delivery.com/c.js\">|DataDome",
                "<!doctype html><title>Making sure you're not a bot!</title>|Anubis"
            })
    void recognisesTheGuard(String page, String guard) {
        assertThat(BotChallenge.in(bytes(page))).contains(guard);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>An ordinary page",
                "<html><script src=\"/cdn-cgi/challenge-platform/scripts/jsd/main.js\"></script>",
                "<rss><channel><item><title>What _cf_chl_opt does</title></item></channel></rss>",
                "<?xml version=\"1.0\"?><feed><content>&lt;html>px-captcha</content></feed>"
            })
    void leavesOtherAnswersAlone(String page) {
        assertThat(BotChallenge.in(bytes(page))).isEmpty();
    }
}
