namespace PayPage.Domain.Disputes;

/// <summary>Why a payer disputes, as banks sort it.</summary>
public enum DisputeCause
{
    General,
    Fraudulent,
    Unrecognized,
    Duplicate,
    NotReceived,
    NotAsDescribed,
    SubscriptionCanceled,
    CreditNotProcessed,

    /// <summary>The payer's bank had not agreed to it, or its account had nothing.</summary>
    BankDebit,
}

/// <summary>Causes in plain words, for colleagues; in English, as the back office is (decision 0018).</summary>
public static class DisputeCauses
{
    /// <param name="reason">In the processor's word; one that we do not know is a general one.</param>
    public static DisputeCause Read(string? reason) => reason switch
    {
        "fraudulent" => DisputeCause.Fraudulent,
        "unrecognized" => DisputeCause.Unrecognized,
        "duplicate" => DisputeCause.Duplicate,
        "product_not_received" => DisputeCause.NotReceived,
        "product_unacceptable" => DisputeCause.NotAsDescribed,
        "subscription_canceled" => DisputeCause.SubscriptionCanceled,
        "credit_not_processed" => DisputeCause.CreditNotProcessed,
        "bank_cannot_process" or "check_returned" or "debit_not_authorized" or "incorrect_account_details" or "insufficient_funds" => DisputeCause.BankDebit,
        _ => DisputeCause.General,
    };

    /// <summary>In a few words, to follow “because” or to stand in a table.</summary>
    public static string Title(this DisputeCause cause) => cause switch
    {
        DisputeCause.Fraudulent => "Not paid by the cardholder (fraud)",
        DisputeCause.Unrecognized => "Not recognized",
        DisputeCause.Duplicate => "Paid twice",
        DisputeCause.NotReceived => "Nothing received",
        DisputeCause.NotAsDescribed => "Not as described, or defective",
        DisputeCause.SubscriptionCanceled => "Charged after a cancellation",
        DisputeCause.CreditNotProcessed => "A promised refund did not come",
        DisputeCause.BankDebit => "The bank took its transfer back",
        DisputeCause.General => "No particular reason",
    };

    /// <summary>What the payer told his bank: a whole sentence.</summary>
    public static string Describe(this DisputeCause cause) => cause switch
    {
        DisputeCause.Fraudulent => "The cardholder says that somebody else paid with the card.",
        DisputeCause.Unrecognized => "The cardholder does not know what this payment was for.",
        DisputeCause.Duplicate => "The payer says that the same thing was paid twice.",
        DisputeCause.NotReceived => "The payer says that what was paid for never came.",
        DisputeCause.NotAsDescribed => "The payer says that what came was defective, or not what was agreed.",
        DisputeCause.SubscriptionCanceled => "The payer says that it was canceled before the payment.",
        DisputeCause.CreditNotProcessed => "The payer says that money was to be given back and has not come.",
        DisputeCause.BankDebit => "The payer's bank did not honor the payment, or its customer had not agreed to it.",
        DisputeCause.General => "The bank gives no particular reason. Ask the customer.",
    };

    /// <summary>What convinces the bank, the strongest first. PayPage's own part is in its evidence file.</summary>
    public static IReadOnlyList<string> Evidence(this DisputeCause cause) => cause switch
    {
        DisputeCause.Fraudulent =>
        [
            "Whatever shows that the cardholder took part: letters, mails, a signed order or delivery note.",
            "Earlier invoices that the same customer paid and did not dispute.",
            "Proof of delivery to the cardholder's address.",
        ],
        DisputeCause.Unrecognized =>
        [
            "The invoice and its receipt with your name as it stands on the card statement.",
            "What you wrote to the customer about this invoice.",
            "Proof of delivery, or of the service.",
        ],
        DisputeCause.Duplicate =>
        [
            "The other payment, and what each of the two was for: an invoice for each.",
            "If one was indeed too many: proof that you gave it back.",
        ],
        DisputeCause.NotReceived =>
        [
            "Proof of delivery with date, address and carrier's number, or a signed note that the service was done.",
            "What you and the customer wrote to each other about the delivery.",
        ],
        DisputeCause.NotAsDescribed =>
        [
            "What was agreed: the offer, the description on the invoice, photographs.",
            "What you did about the complaint, and what the customer answered.",
            "Your terms for returns, and that the customer knew them.",
        ],
        DisputeCause.SubscriptionCanceled =>
        [
            "Your terms for cancellation, and that the customer agreed to them.",
            "That no cancellation came before the payment, or that it came too late.",
            "That the customer used what was paid for afterwards.",
        ],
        DisputeCause.CreditNotProcessed =>
        [
            "Proof of the refund, if you gave it.",
            "Your terms for refunds, and why none is due here.",
        ],
        DisputeCause.BankDebit =>
        [
            "The customer's written consent to be charged.",
            "Often there is nothing to win here: agree with the customer on another way to pay.",
        ],
        DisputeCause.General =>
        [
            "The invoice, its receipt and what was delivered, with proof.",
            "All that you and the customer wrote to each other.",
        ],
    };
}
