using System.Collections;
using System.Globalization;
using System.Text;
using PayPage.Documents.Pdf;
using QRCoder;

namespace PayPage.Documents.Layout;

/// <summary>A QR code (ISO/IEC 18004) of error correction level M as vectors, on a white ground of its own with the four modules around it that readers need.</summary>
internal sealed class QrDrawing
{
    private const int QuietZone = 4;

    // 25 mm: a telephone reads it from an arm's length.
    private const double CodeSize = 25 * 72 / 25.4;

    private readonly List<BitArray> _rows;

    public QrDrawing(Uri address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        _rows = data.ModuleMatrix;    // with the quiet zone
    }

    /// <summary>In points, with the quiet zone.</summary>
    public double Size => CodeSize * _rows.Count / (_rows.Count - (2 * QuietZone));

    public void Draw(Sheet sheet, double x, double y, PdfTag tag)
    {
        var count = _rows.Count;
        var drawing = new StringBuilder();
        drawing.Append(CultureInfo.InvariantCulture, $"{1.0 / count:0.#########} 0 0 {1.0 / count:0.#########} 0 0 cm 1 1 1 rg 0 0 {count} {count} re f 0 0 0 rg");

        for (var row = 0; row < count; row++)
        {
            for (var from = 0; from < count; from++)
            {
                var to = from;

                while (to < count && _rows[row][to])
                {
                    to++;
                }

                if (to > from)
                {
                    drawing.Append(CultureInfo.InvariantCulture, $" {from} {count - row - 1} {to - from} 1 re");
                    from = to;
                }
            }
        }

        sheet.Unit(x, y, Size, Size, drawing.Append(" f").ToString(), tag);
    }
}
