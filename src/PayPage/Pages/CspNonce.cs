namespace PayPage.Pages;

/// <summary>What our own style and script carry so that the browser lets them in. New for each answer; a feature of the request.</summary>
/// <param name="Value">128 random bits in base64url.</param>
internal sealed record CspNonce(string Value);
