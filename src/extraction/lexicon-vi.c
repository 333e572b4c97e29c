#include "extraction/lexicon.h"

const QmLexeme qm_lexemes_vi[] = {
  { "hơn|trên|ít nhất|tối thiểu|vượt|vượt quá|vượt mức|vượt mốc|quá|không dưới|từ trên|trên "
    "mức|vượt "
    "ngưỡng|không ít hơn",
    QM_ROLE_OVER, 0, NULL },
  { "dưới|chưa tới|chưa đến|chưa đầy|không quá|tối đa|không tới|không đến|dưới mức|không vượt "
    "quá|chưa "
    "được|có thể tới|có thể lên tới|nhiều nhất",
    QM_ROLE_UNDER, 0, NULL },
  { "quanh|quanh mức|khoảng|gần|xấp xỉ|chừng|ước chừng|độ|tầm|ngót|ngót nghét|cỡ|vào khoảng|gần "
    "như|suýt "
    "soát|tương "
    "đương khoảng|trung bình khoảng|ước khoảng|quãng|gần bằng|ước đạt|ước tính|gần tới|gần đến|áng "
    "chừng",
    QM_ROLE_ABOUT, 0, NULL },
  { "trở lên|hoặc hơn|hay hơn|trở đi", QM_ROLE_OR_OVER, 0, NULL },
  { "trở xuống|hoặc ít hơn|trở lại", QM_ROLE_OR_UNDER, 0, NULL },
  { "ước tính|ước lượng|theo ước tính", QM_ROLE_ESTIMATE, 0, NULL },

  { "một|mốt", QM_ROLE_NUMBER, 1, NULL },
  { "hai", QM_ROLE_NUMBER, 2, NULL },
  { "ba", QM_ROLE_NUMBER, 3, NULL },
  { "bốn|tư", QM_ROLE_NUMBER, 4, NULL },
  { "năm|lăm|nhăm", QM_ROLE_NUMBER, 5, NULL },
  { "sáu", QM_ROLE_NUMBER, 6, NULL },
  { "bảy|bẩy", QM_ROLE_NUMBER, 7, NULL },
  { "tám", QM_ROLE_NUMBER, 8, NULL },
  { "chín", QM_ROLE_NUMBER, 9, NULL },
  { "mười", QM_ROLE_NUMBER, 10, NULL },
  { "mươi", QM_ROLE_MULTIPLY, 10, NULL },
  { "trăm", QM_ROLE_MULTIPLY, 100, NULL },
  { "nghìn|ngàn|k", QM_ROLE_SCALE, 1e3, NULL },
  { "vạn", QM_ROLE_SCALE, 1e4, NULL },
  { "triệu|tr", QM_ROLE_SCALE, 1e6, NULL },
  { "tỷ|tỉ", QM_ROLE_SCALE, 1e9, NULL },
  { "linh|lẻ", QM_ROLE_AND, 0, NULL },
  { "rưỡi|rưởi", QM_ROLE_HALF_MORE, 0.5, NULL },
  { "phần hai", QM_ROLE_PART, 1.0 / 2, NULL },
  { "phần ba", QM_ROLE_PART, 1.0 / 3, NULL },
  { "phần tư", QM_ROLE_PART, 1.0 / 4, NULL },
  { "phần năm", QM_ROLE_PART, 1.0 / 5, NULL },
  { "phần sáu", QM_ROLE_PART, 1.0 / 6, NULL },
  { "phần tám", QM_ROLE_PART, 1.0 / 8, NULL },
  { "phần mười", QM_ROLE_PART, 1.0 / 10, NULL },
  { "một nửa|nửa số|phân nửa", QM_ROLE_PART_OF, 1.0 / 2, NULL },
  { "hàng chục|vài chục", QM_ROLE_MANY, 1e1, NULL },
  { "hàng trăm|vài trăm", QM_ROLE_MANY, 1e2, NULL },
  { "hàng nghìn|hàng ngàn|vài nghìn|vài ngàn", QM_ROLE_MANY, 1e3, NULL },
  { "hàng chục nghìn|hàng chục ngàn|hàng vạn", QM_ROLE_MANY, 1e4, NULL },
  { "hàng trăm nghìn|hàng trăm ngàn", QM_ROLE_MANY, 1e5, NULL },
  { "hàng triệu|vài triệu", QM_ROLE_MANY, 1e6, NULL },
  { "hàng chục triệu", QM_ROLE_MANY, 1e7, NULL },
  { "hàng trăm triệu", QM_ROLE_MANY, 1e8, NULL },
  { "hàng tỷ|hàng tỉ", QM_ROLE_MANY, 1e9, NULL },
  { "hàng chục tỷ|hàng chục tỉ", QM_ROLE_MANY, 1e10, NULL },
  { "hàng trăm tỷ|hàng trăm tỉ", QM_ROLE_MANY, 1e11, NULL },
  { "gấp rưỡi", QM_ROLE_TIMES, 1.5, NULL },
  { "gấp đôi|gấp hai", QM_ROLE_TIMES, 2, NULL },
  { "gấp ba", QM_ROLE_TIMES, 3, NULL },
  { "gấp bốn|gấp tư", QM_ROLE_TIMES, 4, NULL },
  { "gấp năm", QM_ROLE_TIMES, 5, NULL },
  { "gấp mười", QM_ROLE_TIMES, 10, NULL },

  { "phần trăm", QM_ROLE_UNIT, 0, "percent" },
  { "điểm phần trăm|điểm %", QM_ROLE_UNIT, 0, "percentage-points" },
  { "điểm cơ bản", QM_ROLE_UNIT, 0, "permyriad" },
  { "lần", QM_ROLE_UNIT, 0, "times" },
  { "kilômét|kilomet|ki lô mét|cây số", QM_ROLE_UNIT, 0, "kilometer" },
  { "mét", QM_ROLE_UNIT, 0, "meter" },
  { "centimét|xăng ti mét|phân", QM_ROLE_UNIT, 0, "centimeter" },
  { "milimét|mi li mét", QM_ROLE_UNIT, 0, "millimeter" },
  { "kilômét vuông|km vuông|cây số vuông", QM_ROLE_UNIT, 0, "square-kilometer" },
  { "mét vuông|m vuông", QM_ROLE_UNIT, 0, "square-meter" },
  { "mét khối|m khối", QM_ROLE_UNIT, 0, "cubic-meter" },
  { "hecta|héc ta|hécta", QM_ROLE_UNIT, 0, "hectare" },
  { "tấn", QM_ROLE_UNIT, 0, "metric-ton" },
  { "kilôgam|ki lô gam|kí|cân", QM_ROLE_UNIT, 0, "kilogram" },
  { "gam|gram", QM_ROLE_UNIT, 0, "gram" },
  { "lít", QM_ROLE_UNIT, 0, "liter" },
  { "thùng", QM_ROLE_UNIT, 0, "barrel" },
  { "độ c|độ", QM_ROLE_UNIT, 0, "celsius" },
  { "giây", QM_ROLE_UNIT, 0, "second" },
  { "phút", QM_ROLE_UNIT, 0, "minute" },
  { "giờ|tiếng|tiếng đồng hồ", QM_ROLE_UNIT, 0, "hour" },
  { "ngày", QM_ROLE_UNIT, 0, "day" },
  { "tuần", QM_ROLE_UNIT, 0, "week" },
  { "tháng", QM_ROLE_UNIT, 0, "month" },
  { "năm", QM_ROLE_UNIT, 0, "year" },
  { "thập kỷ|thập niên", QM_ROLE_UNIT, 0, "decade" },
  { "thế kỷ", QM_ROLE_UNIT, 0, "century" },
  { "tuổi", QM_ROLE_UNIT, 0, "year-person" },
  { "điểm", QM_ROLE_UNIT, 0, NULL },
  { "đô la|đô la mỹ|đô - la|đô|đô - la mỹ|mỹ kim", QM_ROLE_CURRENCY, 0, "USD" },
  { "đồng|đồng việt nam|đ|vnđ", QM_ROLE_CURRENCY, 0, "VND" },
  { "bảng anh|bảng", QM_ROLE_CURRENCY, 0, "GBP" },
  { "yên|yên nhật|yen", QM_ROLE_CURRENCY, 0, "JPY" },
  { "nhân dân tệ|tệ", QM_ROLE_CURRENCY, 0, "CNY" },
  { "won", QM_ROLE_CURRENCY, 0, "KRW" },
  { "baht", QM_ROLE_CURRENCY, 0, "THB" },
  { "rúp", QM_ROLE_CURRENCY, 0, "RUB" },
  { "rupee", QM_ROLE_CURRENCY, 0, "INR" },
  { "ringgit", QM_ROLE_CURRENCY, 0, "MYR" },
  { "franc thụy sĩ", QM_ROLE_CURRENCY, 0, "CHF" },
  { "đô la úc", QM_ROLE_CURRENCY, 0, "AUD" },
  { "đô la singapore", QM_ROLE_CURRENCY, 0, "SGD" },
  { "xu", QM_ROLE_SUBUNIT, 0, NULL },
  { "mỗi|một|trên|trên một|trên mỗi", QM_ROLE_PER, 0, NULL },
  { "sân bay|bến xe|nhà ga|bến cảng|cảng|cây cầu|môn học|môn|giáo viên|bác sĩ|làn xe|quốc "
    "gia|nước|người|người dân|công ty|doanh nghiệp|tỉnh|tỉnh thành|thành phố|tỉnh , thành phố|"
    "mô hình|trường|học sinh|sinh viên|bệnh nhân|ca mắc|ca|vụ|dự án|nhà máy|trận|bàn|chiếc|con|cái|"
    "căn|căn hộ|hộ|hộ dân|đơn vị|lượt khách|lượt|lao động|công nhân|nhân viên|việc làm|máy bay|tàu|"
    "xe|ô tô|ngân hàng|bệnh viện|cổ phiếu|trung tâm|phòng|cửa hàng|chi nhánh|khách hàng|khách|"
    "thành viên|đại biểu|hợp đồng|sản phẩm|giải|huy chương|xã|huyện|quận|phường|km|giường|cuốn|bộ|"
    "cầu thủ|trực thăng|bàn thắng|mũi|điểm|chuyến|chuyến bay|trạm|đội|ghế|phiếu|nạn nhân|nghi "
    "phạm|trẻ|trẻ "
    "em|thí sinh|binh sĩ|tuyến|ngành|nhóm|chương trình|cơ sở|cơ sở y tế|toa|ổ|thôn|làng|hồ|hồ "
    "chứa|trạm y tế|ca tử vong|ca sốt xuất huyết|ca bệnh|ca nhiễm|người trưởng thành|người lao "
    "động|người tiêu dùng|người dùng|hộ gia đình|hộ nghèo|lượt hành khách|trường đại học|trung tâm "
    "dữ liệu|trung tâm thương mại|khu công nghiệp|nhà máy thủy điện|nhà máy điện|trạm biến áp|vụ "
    "tai nạn|vụ tai nạn giao thông|vụ cháy|thủ tục hành chính|bằng sáng chế|bệnh viện công|máy bay "
    "không người lái|phương tiện giao thông|tàu cá|học sinh tiểu học|phim|tác "
    "phẩm|mẫu|loài|cây|bài|tòa "
    "nhà|tầng|phiên|quý|năm|tháng|tuần|ngày|giờ|phút|lần|tấn|tiếng|"
    "héc ta|hecta|mét|phần trăm|triệu|nghìn|tỷ|tỉ|trăm|đồng|đô la",
    QM_ROLE_COUNTED, 0, NULL },

  { "từ|giữa|trong khoảng|trong khoảng từ|khoảng từ", QM_ROLE_FROM, 0, NULL },
  { "đến|tới|và|cho đến", QM_ROLE_TO, 0, NULL },
  { "đắt hơn|sớm hơn|muộn hơn|tăng|tăng thêm|tăng trưởng|lên|cao hơn|nhiều hơn|lớn hơn|nhanh "
    "hơn|thêm|nhích lên|vọt "
    "lên|nâng",
    QM_ROLE_UP, 0, NULL },
  { "giảm|hạ|mất|sụt|lùi|thấp hơn|chậm hơn|kém|kém hơn|nhỏ hơn|rẻ hơn|rớt|cắt giảm|"
    "ít hơn|sụt giảm",
    QM_ROLE_DOWN, 0, NULL },
  { "sẽ|dự kiến|dự báo|dự đoán|kỳ vọng|mục tiêu|đặt mục tiêu|phấn đấu|kế hoạch|có thể đạt|đến "
    "năm|tới "
    "năm|vào năm tới|cần chi|ước tính cần|dự tính|hướng tới|năm tới|sắp tới|triển vọng",
    QM_ROLE_PROJECTED, 0, NULL },

  { "tại km|ở km|từ km|đến km|km số|tuyến|xóm|thôn|ấp|tổ|tổ dân phố|phút|phút thứ|giai "
    "đoạn|phòng|khoản|điều|chương|mục|trang|bài|tầng|lớp|khối|quốc "
    "lộ|đường|kênh|tập|phần|bước|loại|cấp|"
    "vòng|phiên bản|nghị quyết|nghị định|thông tư|luật|quyết định|văn bản|công văn|đợt|ca số|quận|"
    "phường|hẻm|ngõ|toa|gate|windows|iphone|ios|android|khóa|kỳ|bảng|covid|bhxh|tờ trình|tuần|tuần "
    "thứ",
    QM_ROLE_LABEL, 0, NULL },
  { "số báo danh|mã số|mã hồ sơ|biển số|số thứ tự|số|đường dây nóng|tổng đài|hotline|điểm",
    QM_ROLE_LABEL, 1, NULL },
  { "bão số|tuyến số|metro số|buýt số|đường số|nhà số|nhà máy số|tổ máy số|lò số|tàu số|xe "
    "số|phòng số|áo số|quốc lộ số|trạm số|gói thầu số",
    QM_ROLE_LABEL, 2, NULL },
  { "số|đứng số|xếp số|hạng|thứ|vị trí|vị trí thứ|vị trí số|xếp thứ|đứng thứ|thứ hạng|hạng thứ|xếp "
    "hạng|top|"
    "cao thứ|lớn thứ|đông thứ|nhiều thứ|thấp thứ|nhỏ thứ|dài thứ|đắt thứ",
    QM_ROLE_RANK, 0, NULL },
  { "đầu|cả|thứ|chủ nhật|mồng|mùng|lớp|ông|bà|đứa|con số|tháng|quý|người thứ|bố|vai|hàng|thập niên",
    QM_ROLE_NO_COUNT, 0, NULL },
  { "năm|niên độ|năm học|năm tài chính|giai đoạn|nhiệm kỳ|thời "
    "kỳ|trong|từ|đến|tới|giữa|cuối|đầu|của",
    QM_ROLE_YEAR, 0, NULL },
  { "tháng|quý", QM_ROLE_MONTH_OF, 0, NULL },
  { "ngày|phiên|hôm|sáng|chiều|tối|mùng|mồng|rạng sáng|trưa|đêm", QM_ROLE_DAY_OF, 0, NULL },
  { "lúc|hồi|vào lúc|giờ sáng|giờ chiều|giờ tối|giờ trưa|giờ đêm|h", QM_ROLE_CLOCK, 0, NULL },
  { "khiến|mặc dù|làm cho|khi "
    "mà|trong|của|cho|tại|ở|với|từ|đến|tới|như|hơn|và|hoặc|hay|nhưng|nên|nếu|thì|vì|do|khi|mà|là|"
    "đã|"
    "đang|"
    "sẽ|được|bị|có|các|những|mỗi|này|đó|kia|ấy|trên|dưới|sau|trước|vào|ra|lên|xuống|để|theo|về|"
    "bằng|"
    "so|gồm|cùng|giữa|ngoài|chỉ|cũng|vẫn|đều|không|chưa|rất|khoảng|gần|tăng|giảm|đạt|chiếm|gấp|còn|"
    "kể|thuộc|qua|bởi|nhằm|thay|song|dù|tuy|riêng|trong đó|ông|bà|tức|tương đương|đến "
    "từ|lại|mới|năm|"
    "tháng|ngày|quý|mở|lần đầu|lần đầu tiên|đầu năm|đầu tiên|cuối năm|sinh sống|tham "
    "gia|khắp|lần|mức|cần|phải|ít|nhiều|một|cao|thấp|nay|rồi|nữa",
    QM_ROLE_STOP, 0, NULL },
  { "mỹ|pháp|đức|nga|nhật|hàn|ấn|úc|bỉ|lào|séc", QM_ROLE_NAME, 0, NULL },
  { "là|đạt|ước đạt|chỉ|chỉ còn|chỉ có|ở mức|lên tới|lên đến|xuống còn|còn|dừng "
    "ở|tới|vượt|bằng|chạm|giữ "
    "ở|rơi xuống|dao "
    "động|dao động từ|trung bình",
    QM_ROLE_LEVEL, 0, NULL },
  { "ghi|có|chi|chi ra|đầu tư|rót|thu|thu hoạch|thu về|bán|bán ra|mua|sản xuất|sở hữu|ghi "
    "nhận|đón|trồng|nuôi|"
    "chiếm|giành|lãi|lỗ|kiếm|xây|xây dựng|sử dụng|cần|cần chi|tuyển|nhận|hỗ trợ|cấp|phát hiện|tiếp "
    "nhận|"
    "điều trị|dành|nộp|vay|nợ|mất|được|huy động|thu hút|phục vụ|vận chuyển|chở|hiện chiếm|hiện có",
    QM_ROLE_VERB, 0, NULL },
  { "theo|cho biết|cho rằng|cho hay|ước tính|nhận định|dự báo|cảnh báo|nói|nói rằng|công bố|thông "
    "báo|khẳng "
    "định|đề xuất|dẫn|dẫn lời",
    QM_ROLE_REPORT, 0, NULL },
  { "gdp|grdp|cpi|pmi|fdi|oda|vat|tỷ lệ|tỉ lệ|tỷ giá|tỉ giá|tỷ trọng|tỉ trọng|tỷ suất|tỉ suất|tỷ "
    "số|tỉ số|tỷ phú|tỉ phú|triệu "
    "phú|dân số|hệ số|doanh số|điểm số|tham số|con số|tổng số|trong số|tần số|đa số|chi phí|chi "
    "tiêu|chi ngân sách|thu nhập|thu ngân sách|nợ xấu|nợ công|vốn đầu tư|bán lẻ|bán "
    "hàng|mua sắm|"
    "trồng trọt|nhu cầu|cấp độ|mật độ|nhiệt độ|tốc độ|cường độ|nồng độ|trình độ|bỏ phiếu|tăng "
    "trưởng|xuất khẩu|nhập "
    "khẩu|lãi suất|"
    "lãi suất huy động|lãi suất cho vay|lãi suất tiền gửi|lợi nhuận sau thuế|lợi nhuận trước "
    "thuế|lãi sau thuế|lãi trước thuế|đội tuyển|tư nhân|đầu tư|hỗ trợ|sản xuất|doanh thu|nguồn "
    "mở|mã nguồn mở|bằng sáng chế|chỉ "
    "số|chỉ "
    "tiêu|cần "
    "thiết|còn lại|hạ tầng|hạ tầng cơ sở",
    QM_ROLE_THING, 0, NULL },
  { "vào|về|cho", QM_ROLE_TOPIC, 0, NULL },
  { "ông|bà|anh|chị|tiến sĩ|giáo sư|bộ trưởng|chủ tịch|thủ tướng|tổng thống|giám đốc|tổng giám đốc",
    QM_ROLE_TITLE, 0, NULL },
  { "bộ|sở|cục|ngân hàng|đại học|trường|tổng cục|ủy ban|viện|hội|hiệp hội|liên đoàn|tập đoàn|công "
    "ty|bệnh viện|"
    "đảng",
    QM_ROLE_OFFICE, 0, NULL },
  { "so với|hơn|như|so với năm|gấp đôi|gấp rưỡi|gấp ba|bằng năm|hơn năm", QM_ROLE_BASE, 0, NULL },
  { "so với cùng kỳ|so với cùng kì|so cùng kỳ|so với cùng kỳ năm trước|so với cùng kỳ năm "
    "ngoái|cùng "
    "kỳ năm trước|cùng kỳ năm ngoái",
    QM_ROLE_BASIS, 0, "so với cùng kỳ" },
  { "so với quý trước|so với quý liền trước|so với quý trước đó", QM_ROLE_BASIS, 0,
    "so với quý trước" },
  { "so với tháng trước|so với tháng liền trước|so với tháng trước đó", QM_ROLE_BASIS, 0,
    "so với tháng trước" },
  { "so với năm trước|so với năm ngoái|so với năm trước đó", QM_ROLE_BASIS, 0, "so với năm trước" },
  { "từ|kể từ|kể từ năm|từ năm", QM_ROLE_SINCE, 0, NULL },
  { "đến|tới|đến năm|tới năm|cho đến|cho đến năm", QM_ROLE_UNTIL, 0, NULL },
  { "tính đến|tính đến năm|tính đến tháng|tính tới|tính đến ngày|tính đến hết|tính đến cuối",
    QM_ROLE_UNTIL, 1, NULL },
  { "năm nay", QM_ROLE_THIS_YEAR, 0, NULL },
  { "năm ngoái|năm trước", QM_ROLE_THIS_YEAR, -1, NULL },
  { "năm tới|năm sau", QM_ROLE_THIS_YEAR, 1, NULL },
  { "của|trong|vào|cho|về|tổng|trên", QM_ROLE_ABOUT_IT, 0, NULL },
};
const gsize qm_n_lexemes_vi = G_N_ELEMENTS (qm_lexemes_vi);
