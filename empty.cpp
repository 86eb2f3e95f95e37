int lunkuo_x;
