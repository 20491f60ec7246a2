/// An author that asks a language model: any server that speaks the OpenAI chat API with `stream: true`.
///
/// ```
/// Assignment ──▶ ModelAuthor ──Briefing──▶ ChatProvider (LangChain4j) ──▶ BlockingHttpClient ──▶ the provider
///                    │  ▲                                                        │
///                    │  └─────── Transcript ──▶ Sheet ◀────── words, one by one ─┘
///                    └─ TokenBudget: for each caller, and in all
/// ```
///
/// Facts are handed over as data, and a question as a quotation: neither are instructions. All happens on the thread of
/// the text, so who stops the text closes the request.
@NullMarked
package tickertape.commentary.model;

import org.jspecify.annotations.NullMarked;
