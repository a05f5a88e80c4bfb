using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;
using PayPage.UseCases.Payments;
using PayPage.Wording;

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

    /// <summary>Read only where the invoice asks for it, as the next.</summary>
    public string? Phone { get; set; }

    public ShippingInput Ship { get; set; } = new();

    /// <summary>Made with the page. Who posts it again, because the answer got lost or he clicked twice, is who began the payment.</summary>
    public string? Attempt { get; set; }

    /// <summary>Where a fault of the amount belongs: what was typed, or what was chosen.</summary>
    public string AmountField => Choice == Other ? nameof(Amount) : nameof(Choice);

    /// <summary>Reads it, or says by field what is wrong.</summary>
    /// <param name="needsEmail">Whether a payer of whom no address is known must give one.</param>
    public (Read? Wish, IReadOnlyDictionary<string, string> Errors) Parse(Invoice invoice, bool needsEmail, IReadOnlyList<Bank> banks, Words words)
    {
        var errors = new Dictionary<string, string>();
        var amount = ParseAmount(invoice, words, errors);
        var method = Method switch
        {
            Card => PaymentMethod.Card,
            Bank => PaymentMethod.Bank,
            _ => (PaymentMethod?)null,
        };
        if (method is null)
        {
            errors[nameof(Method)] = words["Fault.ChooseMethod"];
        }

        if (method == PaymentMethod.Bank && !string.IsNullOrEmpty(BankCode) && banks.All(bank => bank.Code != BankCode))
        {
            errors[nameof(BankCode)] = words["Fault.ChooseBank"];
        }

        var asked = new PayerQuestions(words, errors);
        var (phone, shipTo) = (asked.PhoneOf(invoice, this), asked.AddressOf(invoice, Ship));
        var email = ReceiptEmail?.Trim() is { Length: > 0 } typed ? typed : null;

        if (email is null ? needsEmail && invoice.BillTo.Email is null : !EmailAddress.TryParse(email, out email))
        {
            errors[nameof(ReceiptEmail)] = words["Fault.OneEmail"];
        }

        return errors.Count == 0
            ? (new Read(amount, method!.Value, string.IsNullOrEmpty(BankCode) ? null : BankCode, email, phone, shipTo), errors)    // not null: that was an error
            : (null, errors);
    }

    private long ParseAmount(Invoice invoice, Words words, Dictionary<string, string> errors)
    {
        // Also where parts are not allowed: the merchant may have changed the invoice since the page was shown.
        if (Choice == Full && Shown == invoice.Available.Minor)
        {
            return invoice.Available.Minor;
        }

        if (Choice == Full)
        {
            errors[nameof(Choice)] = words.Say("Fault.LeftChanged", ("amount", words.Sum(invoice.Available)));
            return 0;
        }

        var reading = AmountText.Read(LatinDigits.Of(Amount), invoice.Currency.Digits, commaToo: true);

        if (Choice != Other)
        {
            errors[nameof(Choice)] = words["Fault.ChooseHowMuch"];
        }
        else if (reading.Fault is { } fault)
        {
            errors[nameof(Amount)] = AmountWords.Of(fault, invoice.Currency, words);
        }
        else if (AmountRules.Judge(reading.Value, invoice) is { } rule)
        {
            errors[nameof(Amount)] = AmountWords.Of(rule, words);    // now, beside whatever else is wrong, and not in a second round
        }

        return reading.Value;
    }

    /// <param name="Amount">Minor units.</param>
    internal sealed record Read(long Amount, PaymentMethod Method, string? Bank, string? ReceiptEmail, string? Phone, ShippingAddress? ShipTo);
}
