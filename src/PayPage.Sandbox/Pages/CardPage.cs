using PayPage.Sandbox.Payments;

namespace PayPage.Sandbox.Pages;

/// <summary>The card form, and 3-D Secure after it.</summary>
internal static class CardPage
{
    public static Html Form(Payment payment, CardForm form) => Html.Of($"""
        {PaymentSummary.Of(payment)}
        {Summary(form)}
        <form method="post" action="/sandbox/pay/{payment.PayerSecret}/card" novalidate>
          {Field(form, CardForm.NumberField, "Card number", form.Card?.Grouped ?? "", 23)}
          {Field(form, CardForm.ExpiryField, "Expiry date", form.Expiry, 7)}
          {Field(form, CardForm.CodeField, "Security code", "", 4)}
          <p class="hint">Any expiry date (MM/YY) from this month on, and any 3 or 4 digits as security code.</p>
          <button type="submit">Pay {PaymentSummary.Amount(payment)}</button>
        </form>
        {CancelForm(payment)}
        <details{Open(form)}>
          <summary>Test cards</summary>
          {Tables.Cards()}
        </details>
        """);

    public static Html Challenge(Payment payment) => Html.Of($"""
        {PaymentSummary.Of(payment)}
        <p>The bank of the card ending in {payment.CardLast4} wants to know that it is you (3-D Secure).</p>
        <form method="post" action="/sandbox/pay/{payment.PayerSecret}/challenge">
          <button type="submit" name="result" value="complete">Complete authentication</button>
          <button type="submit" name="result" value="fail" class="quiet">Fail authentication</button>
        </form>
        <h2>Close without finishing</h2>
        <p>To try a payer who gives up here, just close this page: the payment stays open until it expires.</p>
        """);

    public static Html CancelForm(Payment payment) => Html.Of($"""
        <form method="post" action="/sandbox/pay/{payment.PayerSecret}/cancel" class="apart">
          <button type="submit" class="quiet">Cancel</button>
        </form>
        """);

    private static Html Summary(CardForm form) => form.Errors.Count == 0 ? Html.Nothing : Html.Of($"""
        <div class="errors" role="alert"><p>Please check what you typed:</p><ul>{Html.Join(form.Errors.Select(Item))}</ul></div>
        """);

    private static Html Item(KeyValuePair<string, string> error) =>
        Html.Of($"""<li><a href="#{error.Key}">{error.Value}</a></li>""");

    private static Html Open(CardForm form) => form.Errors.ContainsKey(CardForm.NumberField) ? Html.Of($" open") : Html.Nothing;

    // No autocomplete: a browser would offer real cards, and they have no business here.
    private static Html Field(CardForm form, string name, string label, string value, int longest)
    {
        var error = form.Errors.GetValueOrDefault(name);
        var size = longest.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var invalid = error is null ? Html.Nothing : Html.Of($""" aria-invalid="true" aria-describedby="{name}-error" """);
        var message = error is null ? Html.Nothing : Html.Of($"""<p class="error" id="{name}-error">{error}</p>""");
        return Html.Of($"""
            <label for="{name}">{label}</label>
            {message}
            <input id="{name}" name="{name}" value="{value}" maxlength="{size}" required{invalid}
              inputmode="numeric" autocomplete="off">
            """);
    }
}
