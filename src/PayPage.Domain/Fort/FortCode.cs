namespace PayPage.Domain.Fort;

/// <summary>What the dialect says of a request, besides whether it was granted. <c>docs/fortapi.md</c> is held against <see cref="All"/> by a test.</summary>
/// <param name="Digits">Three: the second part of a response code.</param>
public sealed record FortCode(string Digits, string English, string Arabic)
{
    public static readonly FortCode Success = new("000", "Success", "تمت العملية بنجاح");
    public static readonly FortCode Missing = new("001", "Missing parameter", "معامل مفقود");
    public static readonly FortCode BadFormat = new("002", "Invalid parameter format", "صيغة المعامل غير صحيحة");
    public static readonly FortCode OptionNotAvailable = new("003", "Payment option is not available: the payer chooses it", "خيار الدفع غير متاح: الدافع هو من يختاره");
    public static readonly FortCode BadCommand = new("004", "Invalid command", "أمر غير صحيح");
    public static readonly FortCode BadAmount = new("005", "Invalid amount", "مبلغ غير صحيح");
    public static readonly FortCode Technical = new("006", "Technical problem", "مشكلة فنية");
    public static readonly FortCode BadSignature = new("008", "Signature mismatch", "التوقيع غير مطابق");
    public static readonly FortCode BadMerchant = new("009", "Invalid merchant identifier", "معرّف التاجر غير صحيح");
    public static readonly FortCode BadAccessCode = new("010", "Invalid access code", "رمز الدخول غير صحيح");
    public static readonly FortCode BadCurrency = new("013", "Invalid currency", "عملة غير صحيحة");
    public static readonly FortCode BadLength = new("032", "Invalid parameter length", "طول المعامل غير صحيح");
    public static readonly FortCode NotAllowedValue = new("033", "Parameter value is not allowed", "قيمة المعامل غير مسموح بها");
    public static readonly FortCode NotAllowedOperation = new("034", "Operation is not allowed", "العملية غير مسموح بها");
    public static readonly FortCode OrderNotFound = new("036", "Order not found", "الطلب غير موجود");
    public static readonly FortCode AlreadyProcessed = new("047", "Already processed", "تمت المعالجة مسبقاً");
    public static readonly FortCode ReferenceExists = new("066", "Merchant reference already exists", "مرجع التاجر موجود مسبقاً");
    public static readonly FortCode BadRequest = new("073", "Invalid request format", "صيغة الطلب غير صحيحة");
    public static readonly FortCode Expired = new("115", "Payment link has expired", "انتهت صلاحية رابط الدفع");
    public static readonly FortCode InactiveNotification = new("116", "Notification type is not active", "نوع الإشعار غير مفعّل");
    public static readonly FortCode LinkProcessed = new("117", "Payment link was already processed", "تمت معالجة رابط الدفع مسبقاً");
    public static readonly FortCode BadInterval = new("122", "Invalid date interval", "فترة زمنية غير صحيحة");
    public static readonly FortCode Paid = new("125", "Payment link was already paid", "تم سداد رابط الدفع مسبقاً");
    public static readonly FortCode LinkIdExists = new("126", "Duplicate invoice id", "معرّف الفاتورة مكرر");
    public static readonly FortCode ValidationFailed = new("136", "Batch validation failed", "فشل التحقق من الدفعة");
    public static readonly FortCode UnderValidation = new("138", "Batch is under validation", "الدفعة قيد التحقق");
    public static readonly FortCode UnderProcessing = new("140", "Batch is under processing", "الدفعة قيد المعالجة");
    public static readonly FortCode BatchUnknown = new("141", "Batch reference is unknown", "مرجع الدفعة غير معروف");
    public static readonly FortCode BadHeader = new("142", "Batch file header is invalid", "ترويسة ملف الدفعة غير صحيحة");
    public static readonly FortCode BadFile = new("144", "Batch file is invalid", "ملف الدفعة غير صالح");
    public static readonly FortCode BatchExists = new("146", "Batch reference already exists", "مرجع الدفعة موجود مسبقاً");
    public static readonly FortCode ProcessReceived = new("147", "Batch process request was received", "تم استلام طلب معالجة الدفعة");
    public static readonly FortCode LinkNotFound = new("149", "Payment link id was not found", "معرّف رابط الدفع غير موجود");
    public static readonly FortCode LinkIsOpen = new("150", "Payment link is already open", "رابط الدفع مفتوح بالفعل");
    public static readonly FortCode Declined = new("666", "Transaction declined", "تم رفض العملية");
    public static readonly FortCode TimedOut = new("778", "Session timed out", "انتهت مهلة الجلسة");

    /// <summary>All that occur, in the order of their digits.</summary>
    public static IReadOnlyList<FortCode> All { get; } =
    [
        Success, Missing, BadFormat, OptionNotAvailable, BadCommand, BadAmount, Technical, BadSignature, BadMerchant, BadAccessCode, BadCurrency, BadLength, NotAllowedValue,
        NotAllowedOperation, OrderNotFound, AlreadyProcessed, ReferenceExists, BadRequest, Expired, InactiveNotification, LinkProcessed, BadInterval, Paid, LinkIdExists,
        ValidationFailed, UnderValidation, UnderProcessing, BatchUnknown, BadHeader, BadFile, BatchExists, ProcessReceived, LinkNotFound, LinkIsOpen, Declined, TimedOut,
    ];

    /// <param name="language">As it was sent; anything but <c>ar</c> is answered in English.</param>
    public string In(string? language) => language?.Trim() == "ar" ? Arabic : English;

    public static FortCode Of(string digits) => All.First(code => code.Digits == digits);
}

/// <summary>The first two digits of a response code: what was asked for, and whether it was done.</summary>
public static class FortStatus
{
    public const string Invalid = "00";
    public const string RefundDone = "06";
    public const string RefundFailed = "07";
    public const string CheckFailed = "11";
    public const string CheckDone = "12";
    public const string PurchaseFailed = "13";
    public const string PurchaseDone = "14";
    public const string Pending = "19";
    public const string LinkDone = "48";
    public const string LinkFailed = "49";
    public const string UploadDone = "50";
    public const string UploadFailed = "51";
    public const string ResultsDone = "70";
    public const string ResultsFailed = "71";
    public const string ProcessDone = "72";
    public const string ProcessFailed = "73";
}

/// <summary>A whole answer: five digits, and of what it speaks.</summary>
/// <param name="About">The parameter that is meant; null: none in particular.</param>
public sealed record FortAnswer(string Status, FortCode Code, string? About = null)
{
    public string ResponseCode => Status + Code.Digits;

    public bool IsInvalid => Status == FortStatus.Invalid;

    public static FortAnswer Invalid(FortCode code, string? about = null) => new(FortStatus.Invalid, code, about);

    /// <returns>At most 150 letters.</returns>
    public string Message(string? language) => About is null ? Code.In(language) : $"{Code.In(language)}: {About}";
}
