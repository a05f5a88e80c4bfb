using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;

namespace PayPage.Pages.Pay;

/// <summary>What a payer posts, letter by letter. Kept as typed, so that nothing is lost when something is wrong.</summary>
internal sealed class PayInput
{
    public const string Full = "full";
    public const string Other = "other";
    public const string Card = "card";
    public const string Bank = "bank";

    /// <summary><see cref="Full"/> or <see cref="Other"/>.</summary>
    public string? Choice { get; set; }

    /// <summary>Minor units that "Pay in full" meant when the page was shown. Nobody pays another sum than the one on his button.</summary>
    public long? Shown { get; set; }

    public string? Amount { get; set; }

    /// <summary><see cref="Card"/> or <see cref="Bank"/>.</summary>
    public string? Method { get; set; }

    public string? BankCode { get; set; }

    public string? ReceiptEmail { get; set; }

    /// <summary>Made with the page. Who posts it again, because the answer got lost or he clicked twice, is who began the payment.</summary>
    public string? Attempt { get; set; }

    /// <summary>Reads it, or says by field what is wrong.</summary>
    public (Read? Wish, IReadOnlyDictionary<string, string> Errors) Parse(Invoice invoice, IReadOnlyList<Bank> banks)
    {
        var errors = new Dictionary<string, string>();
        var amount = ParseAmount(invoice, errors);
        var method = Method switch
        {
            Card => PaymentMethod.Card,
            Bank => PaymentMethod.Bank,
            _ => (PaymentMethod?)null,
        };
        var email = ReceiptEmail?.Trim() is { Length: > 0 } typed ? typed : null;

        if (method is null)
        {
            errors[nameof(Method)] = "Choose card or bank transfer.";
        }

        if (!string.IsNullOrEmpty(BankCode) && banks.All(bank => bank.Code != BankCode))
        {
            errors[nameof(BankCode)] = "Choose a bank of the list.";
        }

        if (email is not null && !EmailAddress.TryParse(email, out email))
        {
            errors[nameof(ReceiptEmail)] = "Write one e-mail address, such as name@example.com.";
        }

        return errors.Count == 0
            ? (new Read(amount, method!.Value, string.IsNullOrEmpty(BankCode) ? null : BankCode, email), errors)    // not null: that was an error
            : (null, errors);
    }

    private long ParseAmount(Invoice invoice, Dictionary<string, string> errors)
    {
        if (Choice == Full && (Shown == invoice.Available.Minor || !invoice.AllowsParts))
        {
            return invoice.Available.Minor;
        }

        if (Choice == Full)
        {
            errors[nameof(Choice)] = $"What is left to pay has changed: it is now {invoice.Available.Show()}. Please look again before you pay.";
            return 0;
        }

        var reading = AmountText.Read(Amount, invoice.Currency.Digits, commaToo: true);

        if (Choice != Other)
        {
            errors[nameof(Choice)] = "Choose how much to pay.";
        }
        else if (reading.Fault is { } fault)
        {
            errors[nameof(Amount)] = AmountWords.Of(fault, invoice.Currency);
        }

        return reading.Value;
    }

    /// <param name="Amount">Minor units.</param>
    internal sealed record Read(long Amount, PaymentMethod Method, string? Bank, string? ReceiptEmail);
}
